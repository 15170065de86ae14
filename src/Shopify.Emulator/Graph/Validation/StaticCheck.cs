using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph.Validation;

/// <summary>
/// Checks a document against the schema and words what is wrong as Shopify does (<c>undefinedField</c>, <c>selectionMismatch</c>, …).
/// Rules with a wording of their own live in this visitor; GraphQL.NET's rules answer the rest and are translated by <see cref="CoreRules"/>.
/// </summary>
internal sealed partial class StaticCheck : ValidationRuleBase, INodeVisitor
{
    private readonly List<string> _path = [];
    private readonly List<GraphError> _errors = [];

    private StaticCheck()
    {
    }

    /// <summary>Everything wrong with the document, in document order as far as known; empty when it may run.</summary>
    public static async Task<IReadOnlyList<GraphError>> RunAsync(ISchema schema, GraphQLDocument document, GraphQLOperationDefinition operation, CancellationToken cancellationToken)
    {
        var own = new StaticCheck();
        var result = await new DocumentValidator().ValidateAsync(new ValidationOptions
        {
            Schema = schema,
            Document = document,
            Operation = operation,
            Variables = Inputs.Empty,
            Rules = [own, .. CoreRules.Kept],
            CancellationToken = cancellationToken,
        }).ConfigureAwait(false);
        return [.. own._errors, .. CoreRules.Translate(result.Errors)];
    }

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        switch (node)
        {
            case GraphQLOperationDefinition operation:
                _path.Add($"{operation.Operation.ToString().ToLowerInvariant()} {operation.Name?.StringValue}".TrimEnd());
                CheckVariables(operation, context);
                break;
            case GraphQLFragmentDefinition fragment:
                _path.Add($"fragment {fragment.FragmentName.Name.StringValue}");
                break;
            case GraphQLInlineFragment inline:
                _path.Add(inline.TypeCondition is { } on ? $"... on {on.Type.Name.StringValue}" : "...");
                break;
            case GraphQLField field:
                _path.Add((field.Alias?.Name ?? field.Name).StringValue);
                CheckField(field, context);
                break;
            case GraphQLDirective directive:
                CheckDirective(directive, context);
                break;
        }

        return default;
    }

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context)
    {
        if (node is GraphQLOperationDefinition or GraphQLFragmentDefinition or GraphQLInlineFragment or GraphQLField)
            _path.RemoveAt(_path.Count - 1);
        return default;
    }

    private void Report(ValidationContext context, ASTNode node, string? member, string message, string code, params (string Key, object? Value)[] details)
    {
        var error = new GraphError(message, code, details) { Path = member is null ? [.. _path] : [.. _path, member] };
        error.AddLocation(Location.FromLinearPosition(context.Document.Source, node.Location.Start));
        _errors.Add(error);
    }
}
