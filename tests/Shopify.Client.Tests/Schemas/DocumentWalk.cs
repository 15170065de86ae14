using GraphQLParser;
using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Visits what a document selects, fragments followed. What the schema does not know is left to <see cref="DocumentRules"/>.</summary>
internal sealed class DocumentWalk
{
    private readonly SchemaFile _schema;
    private readonly GraphQLParser.AST.GraphQLDocument _document;

    public DocumentWalk(SchemaFile schema, string document)
    {
        _schema = schema;
        _document = Parser.Parse(document);
        Operation = _document.Definitions.OfType<GraphQLOperationDefinition>().Single();
        Root = schema.Types[Operation.Operation == OperationType.Mutation ? schema.MutationType : schema.QueryType];
    }

    public GraphQLOperationDefinition Operation { get; }

    public SchemaType Root { get; }

    public IEnumerable<SelectedField> Fields() => Fields(Operation.SelectionSet, Root);

    /// <summary>The fields of one level on one concrete type, those of fitting fragments among them.</summary>
    public IEnumerable<SelectedField> Level(GraphQLSelectionSet? set, SchemaType type)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            switch (selection)
            {
                case GraphQLField field when type.Fields.TryGetValue(field.Name.StringValue, out var member):
                    yield return new SelectedField(type, member, field);
                    break;
                case GraphQLField field when field.Name.StringValue == "__typename":
                    yield return new SelectedField(type, TypeName, field);
                    break;
                case GraphQLInlineFragment inline when Fits(inline.TypeCondition, type):
                    foreach (var inner in Level(inline.SelectionSet, type))
                        yield return inner;
                    break;
                case GraphQLFragmentSpread spread when Fragment(spread) is { } fragment && Fits(fragment.TypeCondition, type):
                    foreach (var inner in Level(fragment.SelectionSet, type))
                        yield return inner;
                    break;
            }
        }
    }

    /// <summary>The concrete types that a selection on an interface or union tells apart; else any one of them.</summary>
    public IReadOnlyList<SchemaType> ConcreteTypes(GraphQLSelectionSet? set, SchemaType type)
    {
        if (type.PossibleTypes.Count == 0)
            return [type];
        var named = (set?.Selections ?? []).OfType<GraphQLInlineFragment>()
            .Select(static inline => inline.TypeCondition?.Type.Name.StringValue).OfType<string>().Where(type.PossibleTypes.Contains).ToArray();
        return [.. (named.Length > 0 ? named : [type.PossibleTypes[0]]).Select(name => _schema.Types[name])];
    }

    private static SchemaMember TypeName { get; } = new(
        "__typename", new TypeRef("NON_NULL", null, new TypeRef("SCALAR", "String", null)), false, false, new Dictionary<string, SchemaMember>());

    private IEnumerable<SelectedField> Fields(GraphQLSelectionSet? set, SchemaType type)
    {
        foreach (var concrete in ConcreteTypes(set, type))
        {
            foreach (var field in Level(set, concrete))
            {
                yield return field;
                foreach (var inner in Fields(field.Node.SelectionSet, _schema.Types[field.Member.Type!.NamedType]))
                    yield return inner;
            }
        }
    }

    private bool Fits(GraphQLTypeCondition? condition, SchemaType type) =>
        condition is null
        || condition.Type.Name.StringValue == type.Name
        || _schema.Types[condition.Type.Name.StringValue].PossibleTypes.Contains(type.Name);

    private GraphQLFragmentDefinition? Fragment(GraphQLFragmentSpread spread) => _document.Definitions.OfType<GraphQLFragmentDefinition>()
        .FirstOrDefault(fragment => fragment.FragmentName.Name.StringValue == spread.FragmentName.Name.StringValue);
}
