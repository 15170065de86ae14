using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace WhatsApp.Emulator;

/// <summary>One page of a list: <c>limit</c>, <c>after</c> and <c>before</c> in, <c>data</c> with cursors and the address of the next page out.</summary>
internal static class GraphPage
{
    private const int Default = 25;
    private const int Most = 1_000;

    public static GraphAnswer Of<T>(GraphRequest request, EmulatedCloud cloud, IReadOnlyList<T> all, Func<T, JsonNode> describe) =>
        GraphAnswer.Ok(Body(request, cloud, all, describe));

    public static JsonObject Body<T>(GraphRequest request, EmulatedCloud cloud, IReadOnlyList<T> all, Func<T, JsonNode> describe)
    {
        var limit = Limit(request);
        var start = request.Query("after") is { Length: > 0 } after ? Index(after) + 1
            : request.Query("before") is { Length: > 0 } before ? Math.Max(0, Index(before) - limit)
            : 0;
        var items = all.Skip(start).Take(limit).ToArray();
        var answer = new JsonObject { ["data"] = new JsonArray([.. items.Select(describe)]) };
        if (items.Length == 0)
            return answer;

        var last = start + items.Length - 1;
        var paging = new JsonObject { ["cursors"] = new JsonObject { ["before"] = Cursor(start), ["after"] = Cursor(last) } };
        if (last + 1 < all.Count)
            paging["next"] = Link(request, cloud, limit, "after", Cursor(last));
        if (start > 0)
            paging["previous"] = Link(request, cloud, limit, "before", Cursor(start));
        answer["paging"] = paging;
        return answer;
    }

    private static int Limit(GraphRequest request)
    {
        if (request.Query("limit") is not { Length: > 0 } text)
            return Default;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most
            ? limit
            : throw new GraphException(GraphError.Unsupported($"Param limit must be a whole number from 1 to {Most}."));
    }

    private static string Cursor(int index) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"item{index}"));

    private static int Index(string cursor)
    {
        Span<byte> bytes = stackalloc byte[64];
        return cursor.Length < 64 && Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]) is var text && text.StartsWith("item", StringComparison.Ordinal)
            && int.TryParse(text.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : throw new GraphException(GraphError.Unsupported("Param after or before is not a cursor of this list."));
    }

    private static string Link(GraphRequest request, EmulatedCloud cloud, int limit, string direction, string cursor)
    {
        var url = new Uri(cloud.BaseUrl, request.Context.Request.Path.Value).AbsoluteUri;
        foreach (var (name, value) in request.Context.Request.Query)
        {
            if (name is not ("after" or "before" or "limit" or "access_token"))
                url = QueryHelpers.AddQueryString(url, name, value.ToString());
        }

        url = QueryHelpers.AddQueryString(url, "limit", limit.ToString(CultureInfo.InvariantCulture));
        return QueryHelpers.AddQueryString(url, direction, cursor);
    }
}
