using GraphQLParser.AST;

namespace Shopify.Client.Tests.Schemas;

/// <summary>Finds deprecated fields, arguments, input fields and enum values that a document uses.</summary>
internal sealed class Deprecations(SchemaFile schema)
{
    private readonly SortedSet<string> _found = new(StringComparer.Ordinal);

    /// <returns>Such as <c>Product.images</c> or <c>products(savedSearchId:)</c>; empty when nothing deprecated is used.</returns>
    public static IReadOnlyCollection<string> In(SchemaFile schema, string document)
    {
        var search = new Deprecations(schema);
        var walk = new DocumentWalk(schema, document);
        foreach (var field in walk.Fields())
            search.Look(field);
        foreach (var variable in walk.Operation.Variables?.Items ?? [])
            search.Look(variable.DefaultValue, Named(variable.Type));
        return search._found;
    }

    public static string Named(GraphQLType type) => type switch
    {
        GraphQLNonNullType required => Named(required.Type),
        GraphQLListType list => Named(list.Type),
        GraphQLNamedType named => named.Name.StringValue,
        _ => throw new NotSupportedException(type.Kind.ToString()),
    };

    private void Look(SelectedField field)
    {
        if (field.Member.IsDeprecated)
            _found.Add($"{field.Parent.Name}.{field.Member.Name}");
        foreach (var argument in field.Node.Arguments?.Items ?? [])
        {
            if (!field.Member.Arguments.TryGetValue(argument.Name.StringValue, out var declared))
                continue;
            if (declared.IsDeprecated)
                _found.Add($"{field.Parent.Name}.{field.Member.Name}({declared.Name}:)");
            Look(argument.Value, declared.Type!.NamedType);
        }
    }

    private void Look(GraphQLValue? value, string typeName)
    {
        var type = schema.Types[typeName];
        switch (value)
        {
            case GraphQLEnumValue literal when type.EnumValues.TryGetValue(literal.Name.StringValue, out var member) && member.IsDeprecated:
                _found.Add($"{typeName}.{member.Name}");
                break;
            case GraphQLListValue list:
                foreach (var item in list.Values ?? [])
                    Look(item, typeName);
                break;
            case GraphQLObjectValue input:
                foreach (var field in input.Fields ?? [])
                {
                    if (!type.InputFields.TryGetValue(field.Name.StringValue, out var declared))
                        continue;
                    if (declared.IsDeprecated)
                        _found.Add($"{typeName}.{declared.Name}");
                    Look(field.Value, declared.Type!.NamedType);
                }

                break;
        }
    }
}
