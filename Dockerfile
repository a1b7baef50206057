# zoom-mock in a container. In a clone: docker build -t zoom-mock .
# How it is used: docs/recipes/docker-compose.md

FROM node:24-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/bundle.mjs scripts/copy-api-pages.mjs scripts/
COPY src src
RUN npm run build
# Optional peers, such as TypeScript for valibot, are of no use there.
RUN npm prune --omit=dev --omit=peer --omit=optional --ignore-scripts --no-audit --no-fund

# Another system than the one it was built on: no part of it is native.
FROM node:24-alpine
ENV NODE_ENV=production
WORKDIR /app
COPY LICENSE package.json ./
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/assets assets
COPY --from=build /build/dist dist
COPY fixtures fixtures

# What outlives a container: the file of --state, and the authority of --https, whose certificate everybody may read and
# whose key only its user. A new volume belongs to the same user as the folder where it is put.
RUN mkdir -p /data/authority && chown -R 1000:1000 /data
WORKDIR /data
# By its number, which orchestrators can tell from root's; in the base image it is called node.
USER 1000:1000

# From outside a container its 127.0.0.1 cannot be reached. With this address zoom-mock does not start unless told who
# may use the control API: ZOOM_MOCK_CONTROL_TOKEN, or ZOOM_MOCK_NO_CONTROL=true.
ENV ZOOM_MOCK_HOST=0.0.0.0 ZOOM_MOCK_AUTHORITY=/data/authority
EXPOSE 4010
HEALTHCHECK --interval=5s --timeout=4s --start-period=10s CMD ["node", "/app/dist/cli/main.js", "healthcheck"]
ENTRYPOINT ["node", "/app/dist/cli/main.js"]
CMD ["start"]
