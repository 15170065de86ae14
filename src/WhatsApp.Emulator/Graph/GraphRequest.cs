using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator;

/// <summary>One API call, read once: method, path without the version, query, token and raw body.</summary>
internal sealed class GraphRequest(HttpContext context, string method, string[] path, byte[] body, IFormCollection? form)
{
    /// <summary>More than the largest media the platform takes.</summary>
    private const int MaxBodyBytes = 101 * 1024 * 1024;

    private Param? _input;

    public HttpContext Context => context;
    public string Method => method;
    public string[] Path => path;
    public byte[] Body => body;
    public IFormCollection? Form => form;
    public string Id => path.Length > 0 ? path[0] : "";
    public string Edge { get; } = path.Length switch { < 2 => "", 2 => path[1], _ => string.Join('/', path[1..]) };

    public string? Token
    {
        get
        {
            var header = context.Request.Headers.Authorization.ToString();
            if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
                return header[7..].Trim();
            return header.StartsWith("OAuth ", StringComparison.OrdinalIgnoreCase) ? header[6..].Trim() : Query("access_token");
        }
    }

    /// <summary>The parameters: a JSON body, or else the fields of a form and of the query.</summary>
    /// <exception cref="GraphException">100: the body is not a JSON object.</exception>
    public Param Input => _input ??= body.Length > 0 ? Param.Body(this) : FromFields();

    public string? Query(string name) => context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

    public static async Task<GraphRequest> ReadAsync(HttpContext context, string path, CancellationToken cancellationToken)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > 0 && IsVersion(segments[0]))
            segments = segments[1..];
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false) : null;
        var body = form is null ? await ReadBodyAsync(context.Request, cancellationToken).ConfigureAwait(false) : [];
        return new GraphRequest(context, context.Request.Method, segments, body, form);
    }

    private static async Task<byte[]> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is 0 || (request.ContentLength is null && HttpMethods.IsGet(request.Method)))
            return [];
        if (request.ContentLength > MaxBodyBytes)
            throw new GraphException(GraphError.Unsupported("The request body is too large."));
        if (request.ContentLength is { } length)
        {
            var known = new byte[length];
            await request.Body.ReadExactlyAsync(known, cancellationToken).ConfigureAwait(false);
            return known;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return buffer.ToArray();
    }

    private Param FromFields()
    {
        var fields = new JsonObject();
        foreach (var (name, value) in context.Request.Query)
            fields[name] = Read(value.ToString());
        foreach (var (name, value) in form ?? FormCollection.Empty)
            fields[name] = Read(value.ToString());
        return new Param("", JsonSerializer.SerializeToElement(fields));
    }

    /// <summary>A field holds text, or JSON where an object or a list is meant.</summary>
    private static JsonNode Read(string text)
    {
        if (text.Length > 1 && text[0] is '{' or '[')
        {
            try
            {
                return JsonNode.Parse(text)!;
            }
            catch (JsonException)
            {
            }
        }

        return JsonValue.Create(text)!;
    }

    private static bool IsVersion(string segment) =>
        segment.Length > 3 && segment[0] == 'v' && segment.EndsWith(".0", StringComparison.Ordinal) && segment.AsSpan(1, segment.Length - 3).IndexOfAnyExceptInRange('0', '9') < 0;
}
