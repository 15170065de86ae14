using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shopify.Emulator.Graph;

/// <summary>One edge of a connection.</summary>
internal sealed record PageEdge(object Node, string Cursor);

/// <summary>One page of a connection: <c>nodes</c>, <c>edges</c> and <c>pageInfo</c>.</summary>
internal sealed record Page(IReadOnlyList<PageEdge> Edges, bool HasNext, bool HasPrevious, int Total)
{
    public const int MaxSize = 250;

    /// <summary>Facets of a filterable list; null where the schema has none.</summary>
    public IReadOnlyList<object>? Filters { get; init; }

    public IReadOnlyList<object> Items => [.. Edges.Select(static e => e.Node)];

    /// <summary>Cuts the page that <c>first</c>/<c>after</c> or <c>last</c>/<c>before</c> ask for.</summary>
    public static Page Of<T>(IEnumerable<T> ordered, FieldScope scope, Func<T, long> id, Func<T, string>? sortValue = null) where T : notnull
    {
        if (scope.Call.IsBulk) return Whole(ordered, scope, id, sortValue);
        var (first, last) = (Size(scope, "first"), Size(scope, "last"));
        if (first is null && last is null) throw GraphError.BadRequest("you must provide one of first or last");
        if (first is not null && last is not null) throw GraphError.BadRequest("providing both first and last is not supported");
        var all = ordered.ToList();
        if (scope.Flag("reverse")) all.Reverse();
        var (from, to) = (0, all.Count);
        if (scope.Text("after") is { } after) from = Find(all, after, id) + 1;
        if (scope.Text("before") is { } before) to = Math.Max(from, Find(all, before, id));
        if (first is { } head) to = Math.Min(to, from + head);
        if (last is { } tail) from = Math.Max(from, to - tail);
        var edges = all[from..to].Select(item => new PageEdge(item, Cursor(id(item), sortValue?.Invoke(item)))).ToList();
        return new(edges, to < all.Count, from > 0, all.Count);
    }

    /// <summary>Everything at once, as bulk queries get it.</summary>
    private static Page Whole<T>(IEnumerable<T> ordered, FieldScope scope, Func<T, long> id, Func<T, string>? sortValue) where T : notnull
    {
        if (scope.Flag("reverse")) ordered = ordered.Reverse();
        var edges = ordered.Select(item => new PageEdge(item, Cursor(id(item), sortValue?.Invoke(item)))).ToList();
        return new(edges, false, false, edges.Count);
    }

    private static int? Size(FieldScope scope, string name) => scope.Number(name) switch
    {
        > MaxSize => throw GraphError.BadRequest(
            $"{name} cannot exceed {MaxSize}. To query larger amounts of data with fewer limits, bulk operations should be used instead."),
        < 0 => throw GraphError.BadRequest($"{name} cannot be negative"),
        var size => size,
    };

    private static string Cursor(long id, string? value) => Convert.ToBase64String(Encoding.UTF8.GetBytes(
        new JsonObject { ["last_id"] = id, ["last_value"] = value ?? id.ToString(System.Globalization.CultureInfo.InvariantCulture) }.ToJsonString()));

    private static int Find<T>(List<T> all, string cursor, Func<T, long> id)
    {
        try
        {
            var wanted = (long?)JsonNode.Parse(Convert.FromBase64String(cursor))?["last_id"];
            if (all.FindIndex(item => id(item) == wanted) is >= 0 and var index) return index;
        }
        catch (Exception e) when (e is FormatException or JsonException or InvalidOperationException)
        {
        }

        throw GraphError.BadRequest("Malformed cursor");
    }
}
