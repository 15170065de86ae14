using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

/// <summary>
/// About what an operation asks for, in query-cost points. Shopify publishes only parts of its rule: scalars 0, objects 1, a mutation 10, a
/// connection its rows, of which long pages weigh less per row. The answers tell the truth.
/// </summary>
internal sealed class EstimatedPoints(SchemaFile schema, DocumentWalk walk, IReadOnlyDictionary<string, int> variables)
{
    private const int Mutation = 10;

    public static int Of(SchemaFile schema, string document, IReadOnlyDictionary<string, int> variables)
    {
        var walk = new DocumentWalk(schema, document);
        return walk.Operation.Operation == OperationType.Mutation
            ? Mutation
            : new EstimatedPoints(schema, walk, variables).Selection(walk.Operation.SelectionSet, walk.Root);
    }

    private int Selection(GraphQLSelectionSet? set, SchemaType type) =>
        walk.ConcreteTypes(set, type).Max(concrete => walk.Level(set, concrete).Sum(Field));

    private int Field(SelectedField field)
    {
        var type = schema.Types[field.Member.Type!.NamedType];
        if (type.IsLeaf)
            return 0;
        if (type.Name.EndsWith("Connection", StringComparison.Ordinal))
            return Weight(Rows(field, "first")) * walk.Level(field.Node.SelectionSet, type).Where(static inner => inner.Member.Name == "nodes").Sum(Field);
        var cost = 1 + Selection(field.Node.SelectionSet, type);
        return field.Member.Name == "nodes" && field.Node.Arguments is not null ? Weight(Rows(field, "ids")) * cost : cost;
    }

    private int Rows(SelectedField field, string argument) => field.Node.Arguments?.Items.Find(item => item.Name.StringValue == argument)?.Value switch
    {
        GraphQLIntValue literal => int.Parse(literal.Value, System.Globalization.CultureInfo.InvariantCulture),
        GraphQLVariable variable => variables[variable.Name.StringValue],
        _ => 1,
    };

    private static int Weight(int rows) => rows <= 10 ? rows : 10 + ((rows - 10 + 7) / 8);
}
