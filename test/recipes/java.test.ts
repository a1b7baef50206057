import { delimiter } from "node:path";
import { expect, test } from "vitest";
import { isInstalled, recipeFiles, recipeProject } from "../support/recipe.js";

const hasJava = (await isInstalled("javac", ["--version"])) && (await isInstalled("java", ["--version"]));

test.skipIf(!hasJava)("the tests on the page compile and pass", { timeout: 120_000 }, async () => {
  const page = recipeFiles("java.md");
  using project = recipeProject({ ...page, ...JUNIT, "Run.java": RUN });
  const sources = [...Object.keys(page), ...Object.keys(JUNIT), "Run.java"];
  expect(await project.run("javac", ["-Xlint:all", "-Werror", "-d", "classes", ...sources])).toBe("");
  const printed = await project.run("java", ["-cp", ["classes", "."].join(delimiter), "Run"]);
  expect(printed.split("\n").sort()).toEqual(["", "aSecondStartHasToWait passed", "aStreamStarts passed"]);
});

const annotation = (name: string) => `package org.junit.jupiter.api;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
@Retention(RetentionPolicy.RUNTIME) public @interface ${name} {}
`;

/** As much of JUnit as the page uses; no registry of Java's is asked for the real one. */
const JUNIT = {
  ...Object.fromEntries(
    ["Test", "BeforeAll", "AfterAll", "BeforeEach"].map((name) => [
      `org/junit/jupiter/api/${name}.java`,
      annotation(name),
    ]),
  ),
  "org/junit/jupiter/api/Assertions.java": `package org.junit.jupiter.api;
public final class Assertions {
  public static void assertEquals(int expected, int found) {
    if (expected != found) throw new AssertionError("expected " + expected + ", found " + found);
  }
  public static void assertTrue(boolean holds, String message) {
    if (!holds) throw new AssertionError(message);
  }
}
`,
};

const RUN = `import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class Run {
  public static void main(String[] args) throws Exception {
    TownHallTest test = new TownHallTest();
    all(test, BeforeAll.class);
    try {
      for (Method method : TownHallTest.class.getDeclaredMethods()) {
        if (!method.isAnnotationPresent(Test.class)) continue;
        all(test, BeforeEach.class);
        method.invoke(test);
        System.out.println(method.getName() + " passed");
      }
    } finally {
      all(test, AfterAll.class);
    }
  }

  static void all(Object test, Class<? extends Annotation> annotation) throws Exception {
    for (Method method : TownHallTest.class.getDeclaredMethods()) {
      if (method.isAnnotationPresent(annotation)) method.invoke(test);
    }
  }
}
`;
