using System.IO.Compression;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Shopify's published schema of one API, built once, and the check of a document against it.</summary>
internal sealed class ShopifySchema
{
    private static readonly Lazy<ShopifySchema> LazyAdmin = new(static () => new("admin-2026-10.graphql.gz"));
    private static readonly Lazy<ShopifySchema> LazyStorefront = new(static () => new("storefront-2026-10.graphql.gz"));
    private readonly ISchema _schema;

    private ShopifySchema(string resource)
    {
        using var stream = typeof(ShopifySchema).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(new GZipStream(stream, CompressionMode.Decompress));
        _schema = SdlSchemaBuilder.BuildFrom(reader.ReadToEnd());
    }

    public static ShopifySchema Admin => LazyAdmin.Value;

    public static ShopifySchema Storefront => LazyStorefront.Value;

    public static ShopifySchema For(string documentPath) =>
        documentPath.StartsWith("Storefront/", StringComparison.Ordinal) ? Storefront : Admin;

    /// <returns>What is wrong with the document; empty when it is valid.</returns>
    public async Task<IReadOnlyList<string>> ValidateAsync(string document, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = Parser.Parse(document);
            var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
            {
                Schema = _schema,
                Document = parsed,
                Rules = DocumentValidator.CoreRules,
                Operation = parsed.Definitions.OfType<GraphQLOperationDefinition>().First(),
                Variables = Inputs.Empty,
                CancellationToken = cancellationToken,
            });
            // Values of variables belong to a call, not to the document.
            return [.. result.Errors.Where(static error => error is not InvalidVariableError).Select(static error => error.Message)];
        }
        catch (GraphQLSyntaxErrorException failure)
        {
            return [failure.Message];
        }
    }
}
