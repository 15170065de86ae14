using System.Text.Json;

namespace WhatsApp.Client;

/// <summary>
/// A message as JSON, for a stored one or for a kind without a record of its own. Its limits are not checked;
/// only that it is an object is.
/// </summary>
/// <param name="MessageType">The platform's word for the kind, the same as <c>type</c> in the payload.</param>
/// <param name="Payload">
/// A UTF-8 JSON object such as <c>{"type":"text","text":{…}}</c>, as <see cref="MessageJson.Write"/> makes it. Its members go into the
/// request as they are, so it must hold none of the recipient's or the envelope's.
/// </param>
public sealed record RawMessage(string MessageType, ReadOnlyMemory<byte> Payload) : OutgoingMessage
{
    /// <inheritdoc/>
    public override string Type => MessageType;

    /// <inheritdoc/>
    protected override void Check(MessageChecks checks)
    {
        if (!RawObject.IsObject(Payload.Span))
            checks.Add("payload", MessageFaultKind.Malformed);
    }

    /// <inheritdoc/>
    protected override void WriteMembers(Utf8JsonWriter writer) =>
        throw new InvalidOperationException("A raw message is spliced, not written.");
}
