/** The posting of every benchmark: the engine reads fifteen requirements from it. */
export const POSTING = `Senior backend engineer

Sluiswater runs the locks and bridges of eleven towns from one control room. You join the six people who build the software behind it.

What we ask
- At least 5 years of experience with TypeScript
- Node.js in production
- 3+ years of PostgreSQL
- REST APIs that other teams build on
- Experience with Kafka or RabbitMQ
- Automated testing
- Docker
- A bachelor's degree in computer science
- Professional English
- Driving licence B is mandatory
- Clear written communication

Nice to have
- Kubernetes
- Terraform
- Dutch
`;

/** How many requirements the engine is to find in it. */
export const REQUIREMENT_COUNT = 15;
