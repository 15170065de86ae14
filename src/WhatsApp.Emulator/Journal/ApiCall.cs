namespace WhatsApp.Emulator;

/// <summary>One Graph call and its answer. Bodies hold message texts; the access token is not kept.</summary>
/// <param name="At">When the answer was ready.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Path and query as asked, version included.</param>
/// <param name="ObjectId">The Graph object named by the path, for example a phone number id.</param>
/// <param name="RequestBody">The request body as text, empty for uploads.</param>
/// <param name="Status">The HTTP status, or 0 when the connection was dropped.</param>
/// <param name="ResponseBody">The answer as text, empty for downloads.</param>
public sealed record ApiCall(DateTimeOffset At, string Method, string Path, string ObjectId, string RequestBody, int Status, string ResponseBody)
{
    /// <summary>How long the answer took.</summary>
    public TimeSpan Duration { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"ApiCall {Method} {ObjectId} {Status}";
}
