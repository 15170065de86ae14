using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Shopify.Emulator.Graph;

/// <summary>
/// Which of the schema's fields the emulator answers, and how. Binding gives every other field a resolver that says
/// clearly that it is not modelled.
/// </summary>
internal sealed class GraphModel
{
    private readonly Dictionary<(string Type, string Field), Func<object, FieldScope, object?>> _fields = [];
    private readonly Dictionary<Type, string> _names = [];

    /// <summary>Declares that objects of <typeparamref name="T"/> answer the schema's type <paramref name="name"/>.</summary>
    public TypeModel<T> Type<T>(string name) where T : notnull
    {
        _names.TryAdd(typeof(T), name);
        return new(this, name);
    }

    /// <summary>Name of the schema type that an object answers, for interfaces and unions.</summary>
    public string? NameOf(object value) => _names.GetValueOrDefault(value.GetType());

    public void Add(string type, string field, Func<object, FieldScope, object?> resolve) => _fields.Add((type, field), resolve);

    public void Bind(ISchema schema)
    {
        foreach (var type in schema.AllTypes.OfType<IObjectGraphType>())
            if (!type.Name.StartsWith("__", StringComparison.Ordinal))
                foreach (var field in type.Fields)
                    field.Resolver = new FuncFieldResolver<object?>(Guarded(type.Name, field.Name, ResolverFor(type.Name, field.Name)));
        foreach (var (type, field) in _fields.Keys)
            if ((schema.AllTypes[type] as IObjectGraphType)?.Fields.Find(field) is null)
                throw new InvalidOperationException($"The schema has no field {type}.{field}.");
    }

    private static Func<IResolveFieldContext, ValueTask<object?>> Guarded(string type, string field, Func<IResolveFieldContext, object?> resolve)
    {
        var name = $"{type}.{field}";
        return context => ((GraphCall)context.RootValue!).DeniedField == name ? throw GraphError.AccessDenied(field, "read_users")
            : resolve(context) is var result && result is Task<object?> later ? new(later)
            : new(result);
    }

    private Func<IResolveFieldContext, object?> ResolverFor(string type, string field)
    {
        if (_fields.TryGetValue((type, field), out var resolve))
            return context => resolve(context.Source!, new FieldScope(context));
        return context => (context.Source, field) switch
        {
            (Page page, "nodes") => page.Items,
            (Page page, "edges") => page.Edges,
            (Page page, "totalCount") => page.Total,
            (Page { Filters: { } filters }, "filters" or "productFilters") => filters,
            (Page page, "pageInfo") => page,
            (Page page, "hasNextPage") => page.HasNext,
            (Page page, "hasPreviousPage") => page.HasPrevious,
            (Page page, "startCursor") => page.Edges.Count == 0 ? null : page.Edges[0].Cursor,
            (Page page, "endCursor") => page.Edges.Count == 0 ? null : page.Edges[^1].Cursor,
            (PageEdge edge, "node") => edge.Node,
            (PageEdge edge, "cursor") => edge.Cursor,
            _ => throw GraphError.Unsupported($"{type}.{field}"),
        };
    }
}
