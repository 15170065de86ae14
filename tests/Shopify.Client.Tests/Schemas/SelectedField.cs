using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

/// <summary>A field of a document where it stands in the schema. The same field of a fragment counts at every spread.</summary>
internal sealed record SelectedField(SchemaType Parent, SchemaMember Member, GraphQLField Node);
