namespace WhatsApp.Client.Http;

/// <summary>One request to the Graph API, without host, version and token.</summary>
/// <param name="Operation">A low-cardinality name for traces and metrics.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query below the version, escaped.</param>
/// <param name="Body">JSON, or null.</param>
/// <param name="Repeat">Whether it may be made a second time after a failure.</param>
internal readonly record struct GraphCall(string Operation, HttpMethod Method, string Path, byte[]? Body, CallRepeat Repeat)
{
    /// <summary>Whether it counts against <see cref="WhatsAppClientOptions.SendTimeout"/>.</summary>
    public bool IsSend => Repeat == CallRepeat.Never;

    /// <summary>What the body is, when it is not JSON; null for JSON.</summary>
    public string? ContentType { get; init; }

    /// <summary>Whether it goes to <see cref="WhatsAppClientOptions.SecondBaseUrl"/>, where the version is a header.</summary>
    public bool OnSecondHost { get; init; }

    /// <summary>A <c>POST …/messages</c> that is no message, such as a read receipt. Not counted, and not repeated.</summary>
    public static GraphCall Send(string operation, string path, byte[] body) => new(operation, HttpMethod.Post, path, body, CallRepeat.Never);

    /// <summary>A change that making it twice does not make different.</summary>
    public static GraphCall Post(string operation, string path, byte[] body) => new(operation, HttpMethod.Post, path, body, CallRepeat.Freely);

    /// <summary>A change that must not be made twice, such as creating something.</summary>
    public static GraphCall PostOnce(string operation, string path, byte[] body) => new(operation, HttpMethod.Post, path, body, CallRepeat.WhenNotProcessed);

    public static GraphCall Get(string operation, string path) => new(operation, HttpMethod.Get, path, Body: null, CallRepeat.Freely);

    public static GraphCall Delete(string operation, string path) => new(operation, HttpMethod.Delete, path, Body: null, CallRepeat.Freely);

    /// <summary>An id as a path segment: it comes from a form or a database and must not become another path.</summary>
    public static string Segment(string id) =>
        id is "." or ".." ? throw new ArgumentException("Not an id.", nameof(id)) : Uri.EscapeDataString(id);
}
