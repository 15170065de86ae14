namespace WhatsApp.Client.Http;

/// <summary>One request to the Graph API, without host, version and token.</summary>
/// <param name="Operation">A low-cardinality name for traces and metrics.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the version, escaped.</param>
/// <param name="Body">JSON, or null.</param>
/// <param name="IsSend">Whether it counts against <see cref="WhatsAppClientOptions.SendTimeout"/>.</param>
internal readonly record struct GraphCall(string Operation, HttpMethod Method, string Path, byte[]? Body, bool IsSend)
{
    public static GraphCall Send(string operation, string path, byte[] body) => new(operation, HttpMethod.Post, path, body, IsSend: true);

    public static GraphCall Post(string operation, string path, byte[] body) => new(operation, HttpMethod.Post, path, body, IsSend: false);

    public static GraphCall Get(string operation, string path) => new(operation, HttpMethod.Get, path, Body: null, IsSend: false);

    public static GraphCall Delete(string operation, string path) => new(operation, HttpMethod.Delete, path, Body: null, IsSend: false);

    /// <summary>An id as a path segment: it comes from a form or a database and must not become another path.</summary>
    public static string Segment(string id) =>
        id is "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
}
