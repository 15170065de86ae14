using System.Collections.Concurrent;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Checks a document by the rules of the GraphQL specification.</summary>
internal static class DocumentRules
{
    private static readonly ConcurrentDictionary<string, Lazy<ISchema>> Built = new(StringComparer.Ordinal);

    /// <returns>What is wrong with the document; empty when it is valid.</returns>
    public static async Task<IReadOnlyList<string>> CheckAsync(SchemaFile schema, string document, CancellationToken cancellationToken)
    {
        try
        {
            var parsed = Parser.Parse(document);
            var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
            {
                Schema = Built.GetOrAdd(schema.Name, new Lazy<ISchema>(() => SdlSchemaBuilder.BuildFrom(SchemaSdl.Print(schema)))).Value,
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
