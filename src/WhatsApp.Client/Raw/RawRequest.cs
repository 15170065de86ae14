namespace WhatsApp.Client;

/// <summary>
/// A call in the platform's own words, for <see cref="WhatsAppSender.CallAsync"/>: what this version has no method for, or the wire form of what it has.
/// Host, version and token are the client's. See <see href="https://developers.facebook.com/docs/graph-api/overview">Graph API</see>.
/// </summary>
public sealed record RawRequest
{
    private RawRequest(HttpMethod method, string path, ReadOnlyMemory<byte>? json)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        // It comes after a host and a version: nothing in it may lead out of them.
        if (path[0] == '/' || path.Contains('#', StringComparison.Ordinal) || path.Split('?')[0].Split('/').Any(IsOutside))
            throw new ArgumentException("A path is relative, such as 800200/messages, without empty parts, dots or fragment.", nameof(path));
        (Method, Path, Json) = (method, path, json);
    }

    /// <summary>Path and query below the version, escaped, without a leading slash: <c>700100/phone_numbers?fields=id</c>.</summary>
    public string Path { get; }

    /// <summary>The body as UTF-8 JSON; null for none.</summary>
    public ReadOnlyMemory<byte>? Json { get; }

    /// <summary>
    /// Whether making it twice makes no difference, so that it may be repeated after any failure that may pass. True for <see cref="Get"/> and
    /// <see cref="Delete"/>. Otherwise it is repeated only when the failure proves that nothing was done.
    /// </summary>
    public bool MayRepeat { get; init; }

    /// <summary>A name for traces and metrics, one of few; never with an id in it. Default <c>raw</c>.</summary>
    public string Operation { get; init; } = "raw";

    internal HttpMethod Method { get; }

    /// <summary>A read.</summary>
    /// <param name="path">Path and query below the version.</param>
    /// <exception cref="ArgumentException">The path leads elsewhere.</exception>
    public static RawRequest Get(string path) => new(HttpMethod.Get, path, json: null) { MayRepeat = true };

    /// <summary>A change. For a message prefer <see cref="RawMessage"/>, which is sent in its turn; this is not.</summary>
    /// <param name="path">Path and query below the version.</param>
    /// <param name="json">The body as UTF-8 JSON; null for none.</param>
    /// <exception cref="ArgumentException">The path leads elsewhere.</exception>
    public static RawRequest Post(string path, ReadOnlyMemory<byte>? json = null) => new(HttpMethod.Post, path, json);

    /// <summary>A deletion.</summary>
    /// <param name="path">Path and query below the version.</param>
    /// <param name="json">The body as UTF-8 JSON, which some deletions want; null for none.</param>
    /// <exception cref="ArgumentException">The path leads elsewhere.</exception>
    public static RawRequest Delete(string path, ReadOnlyMemory<byte>? json = null) => new(HttpMethod.Delete, path, json) { MayRepeat = true };

    /// <summary>The method and the operation: a path may hold ids of people.</summary>
    public override string ToString() => $"RawRequest({Method} {Operation})";

    private static bool IsOutside(string part) => part is "" or "." or ".." || part.Contains('\\', StringComparison.Ordinal);
}
