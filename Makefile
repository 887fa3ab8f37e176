.DEFAULT_GOAL := help
.PHONY: help run test check format bench sbom

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## play the whole story on an embedded system
	./tidemark demo

test: ## build and run every test
	mvn verify

check: ## format and static checks, no tests
	mvn -q spotless:check
	mvn -q -DskipTests package

format: ## bring every Java file into the one format
	mvn -q spotless:apply

bench: ## the quick benchmarks
	./tidemark bench custody --quick
	./tidemark bench tracing --quick
	./tidemark bench authority --quick

sbom: ## write target/bom.json and target/bom.xml (CycloneDX)
	mvn -q cyclonedx:makeAggregateBom
