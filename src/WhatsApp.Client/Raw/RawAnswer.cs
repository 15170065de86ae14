namespace WhatsApp.Client;

/// <summary>What the platform answered to a <see cref="RawRequest"/>.</summary>
/// <param name="Json">The answer as it came: a JSON object without <c>error</c>. May be personal.</param>
public sealed record RawAnswer(ReadOnlyMemory<byte> Json)
{
    /// <summary>The size only.</summary>
    public override string ToString() => $"RawAnswer({Json.Length} bytes)";
}
