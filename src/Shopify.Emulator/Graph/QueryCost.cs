using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Shopify.Emulator.Graph;

/// <summary>
/// Cost of a query in points. Shopify publishes only parts of its rule; this one is simple and close to what is observed:
/// scalars 0, an object 1, a mutation 10 in all, an interface or union its dearest branch, a connection (or <c>nodes(ids:)</c>) the cost
/// of one node times the weight of the page. The first ten rows weigh 1 each, every further eight rows weigh 1 together.
/// </summary>
internal sealed class QueryCost(ISchema schema, GraphQLDocument document, Func<string, object?> variable)
{
    public const int Maximum = 1000;
    private const int Mutation = 10;

    /// <summary>What the operation may cost at most, from its text alone.</summary>
    public int Requested(GraphQLOperationDefinition operation) => operation.Operation == OperationType.Mutation
        ? Mutation * operation.SelectionSet.Selections.Count
        : Selections(operation.SelectionSet, schema.Query);

    /// <summary>What the rows that were really returned cost.</summary>
    public static int Actual(RootExecutionNode root, OperationType operation) => operation == OperationType.Mutation
        ? Mutation * (root.SubFields?.Length ?? 0)
        : (root.SubFields ?? []).Sum(Actual);

    private static int Weight(int rows) => rows <= 10 ? rows : 10 + ((rows - 10 + 7) / 8);

    private int Selections(GraphQLSelectionSet? set, IGraphType type)
    {
        var (own, branches) = (0, new List<int> { 0 });
        foreach (var selection in set?.Selections ?? [])
        {
            if (selection is GraphQLField field) own += Field(field, type);
            else if (selection is GraphQLInlineFragment inline) branches.Add(Selections(inline.SelectionSet, Condition(inline.TypeCondition, type)));
            else if (selection is GraphQLFragmentSpread spread && Fragment(spread) is { } fragment)
                branches.Add(Selections(fragment.SelectionSet, Condition(fragment.TypeCondition, type)));
        }

        return own + (type is IAbstractGraphType ? branches.Max() : branches.Sum());
    }

    private IGraphType Condition(GraphQLTypeCondition? condition, IGraphType fallback) =>
        condition is null ? fallback : schema.AllTypes[condition.Type.Name.Value] ?? fallback;

    private int Field(GraphQLField field, IGraphType parent)
    {
        if ((parent as IComplexGraphType)?.Fields.Find(field.Name.Value)?.ResolvedType?.GetNamedType() is not { } type
            || type is ScalarGraphType) return 0;
        if (IsConnection(type)) return Connection(field, type);
        var cost = 1 + Selections(field.SelectionSet, type);
        return IdsOf(field) is { } ids ? Weight(ids) * cost : cost;
    }

    private int Connection(GraphQLField field, IGraphType type)
    {
        var rows = Number(field, "first") ?? Number(field, "last") ?? 0;
        var node = 0;
        foreach (var selected in Flatten(field.SelectionSet))
        {
            var member = (type as IComplexGraphType)?.Fields.Find(selected.Name.Value)?.ResolvedType?.GetNamedType();
            if (member is null) continue;
            if (selected.Name.Value == "nodes") node += 1 + Selections(selected.SelectionSet, member);
            if (selected.Name.Value == "edges")
                node += Flatten(selected.SelectionSet).Where(static f => f.Name.Value == "node")
                    .Sum(f => Field(f, member));
        }

        return Math.Max(1, Weight(Math.Clamp(rows, 0, Page.MaxSize)) * node);
    }

    private IEnumerable<GraphQLField> Flatten(GraphQLSelectionSet? set) => (set?.Selections ?? []).SelectMany(selection => selection switch
    {
        GraphQLField field => [field],
        GraphQLInlineFragment inline => Flatten(inline.SelectionSet),
        GraphQLFragmentSpread spread => Flatten(Fragment(spread)?.SelectionSet),
        _ => Enumerable.Empty<GraphQLField>(),
    });

    private int? Number(GraphQLField field, string argument) => ArgumentOf(field, argument) switch
    {
        GraphQLIntValue literal => int.TryParse(literal.Value, out var number) ? number : null,
        GraphQLVariable name => variable(name.Name.StringValue) as int?,
        _ => null,
    };

    private int? IdsOf(GraphQLField field) => field.Name.Value != "nodes" ? null : ArgumentOf(field, "ids") switch
    {
        GraphQLListValue list => list.Values?.Count,
        GraphQLVariable name => (variable(name.Name.StringValue) as System.Collections.ICollection)?.Count,
        _ => null,
    };

    private GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) => document.Definitions.OfType<GraphQLFragmentDefinition>()
        .FirstOrDefault(f => f.FragmentName.Name.Value == spread.FragmentName.Name.Value);

    private static GraphQLValue? ArgumentOf(GraphQLField field, string name) => field.Arguments?.Items.Find(a => a.Name.Value == name)?.Value;

    private static bool IsConnection(IGraphType type) => ((INamedType)type).Name.EndsWith("Connection", StringComparison.Ordinal);

    private static int Actual(ExecutionNode node)
    {
        switch (node)
        {
            case ObjectExecutionNode { SubFields: { } fields } item when item.Result is Page:
                var rows = fields.OfType<ArrayExecutionNode>().SelectMany(static f => f.Items ?? []).ToList();
                return rows.Count == 0 ? 0 : (int)Math.Ceiling(rows.Sum(static r => (double)Actual(r)) * Weight(rows.Count) / rows.Count);
            case ObjectExecutionNode { Result: PageEdge, SubFields: { } fields }:
                return fields.Sum(Actual);
            case ObjectExecutionNode { SubFields: { } fields }:
                return 1 + fields.Sum(Actual);
            case ArrayExecutionNode { Items: { Count: > 0 } items }:
                return items.Max(Actual);
            default:
                return 0;
        }
    }
}
