using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;
using Shopify.Emulator.Graph;
using Shopify.Emulator.Graph.Validation;

namespace Shopify.Emulator.BulkOperations;

/// <summary>What a bulk query must look like: a valid query whose connections use edges, few of them, not deeply nested.</summary>
internal static class BulkCheck
{
    private const int MaxConnections = 5;
    private const int MaxDepth = 2;

    /// <summary>Why the text cannot run as a bulk query; null when it can.</summary>
    public static async Task<string?> ProblemAsync(string text, CancellationToken cancellationToken)
    {
        GraphQLDocument document;
        try
        {
            document = new GraphQLDocumentBuilder().Build(text);
        }
        catch (Exception e) when ((e as GraphQLSyntaxErrorException ?? e.InnerException) is GraphQLSyntaxErrorException)
        {
            return "Invalid bulk query: the query could not be parsed.";
        }

        if (document.Definitions.OfType<GraphQLOperationDefinition>().ToList() is not [{ Operation: OperationType.Query } operation])
            return "Invalid bulk query: exactly one query is expected.";
        var schema = GraphApi.Admin.Schema;
        var wrong = await StaticCheck.RunAsync(schema, document, operation, cancellationToken).ConfigureAwait(false);
        if (wrong.Count > 0) return $"Invalid bulk query: {wrong[0].Message}";
        var walk = new Walk(document);
        walk.Visit(operation.SelectionSet, schema.Query, 0);
        return walk.UsesNodes ? "Bulk queries cannot contain the `nodes` field on connections; use `edges` instead."
            : walk.Connections == 0 ? "Bulk queries must contain at least one connection."
            : walk.Connections > MaxConnections ? "Bulk queries cannot contain more than 5 connections."
            : walk.Depth > MaxDepth ? "Bulk queries cannot contain connections with a nesting depth greater than 2."
            : walk.LacksId ? "The parent 'node' field for a nested connection must select the 'id' field without an alias and must be of 'ID' return type."
            : null;
    }

    private sealed class Walk(GraphQLDocument document)
    {
        public int Connections { get; private set; }

        public int Depth { get; private set; }

        public bool UsesNodes { get; private set; }

        public bool LacksId { get; private set; }

        public void Visit(GraphQLSelectionSet? set, IGraphType type, int depth)
        {
            var fields = Flatten(set).ToList();
            var isConnection = ((INamedType)type).Name.EndsWith("Connection", StringComparison.Ordinal);
            if (isConnection && fields.Exists(static f => f.Name.Value == "nodes")) UsesNodes = true;
            foreach (var field in fields)
            {
                if (FieldOf(type, field)?.ResolvedType?.GetNamedType() is not { } child || child is ScalarGraphType) continue;
                var nested = ((INamedType)child).Name.EndsWith("Connection", StringComparison.Ordinal);
                if (nested)
                {
                    Connections++;
                    Depth = Math.Max(Depth, depth + 1);
                    if (depth > 0 && !fields.Exists(static f => f.Name.Value == "id" && f.Alias is null)) LacksId = true;
                }

                Visit(field.SelectionSet, child, nested ? depth + 1 : depth);
            }
        }

        private static FieldType? FieldOf(IGraphType type, GraphQLField field) => (type as IComplexGraphType)?.Fields.Find(field.Name.Value);

        private IEnumerable<GraphQLField> Flatten(GraphQLSelectionSet? set) => (set?.Selections ?? []).SelectMany(selection => selection switch
        {
            GraphQLField field => [field],
            GraphQLInlineFragment inline => Flatten(inline.SelectionSet),
            GraphQLFragmentSpread spread => Flatten(document.Definitions.OfType<GraphQLFragmentDefinition>()
                .FirstOrDefault(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value)?.SelectionSet),
            _ => Enumerable.Empty<GraphQLField>(),
        });
    }
}
