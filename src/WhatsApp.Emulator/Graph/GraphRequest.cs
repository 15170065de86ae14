using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>One API call, read once: method, path without the version, query, token and raw body.</summary>
internal sealed record GraphRequest(HttpContext Context, string Method, string[] Path, byte[] Body)
{
    /// <summary>More than the largest media the platform takes.</summary>
    private const int MaxBodyBytes = 101 * 1024 * 1024;

    public string Id => Path.Length > 0 ? Path[0] : "";
    public string Edge => Path.Length > 1 ? string.Join('/', Path[1..]) : "";
    public bool IsForm => Context.Request.HasFormContentType;

    public string? Token
    {
        get
        {
            var header = Context.Request.Headers.Authorization.ToString();
            return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : Query("access_token");
        }
    }

    public string? Query(string name) => Context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public static async Task<GraphRequest> ReadAsync(HttpContext context, string path, CancellationToken cancellationToken)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > 0 && IsVersion(segments[0]))
            segments = segments[1..];
        return new GraphRequest(context, context.Request.Method, segments, await ReadBodyAsync(context.Request, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
            return [];
        if (request.ContentLength > MaxBodyBytes)
            throw new GraphException(GraphError.Unsupported("The request body is too large."));
        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }

    private static bool IsVersion(string segment) =>
        segment.Length > 3 && segment[0] == 'v' && segment.EndsWith(".0", StringComparison.Ordinal) && segment.AsSpan(1, segment.Length - 3).IndexOfAnyExceptInRange('0', '9') < 0;
}
