using System.Text.Json;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Desk;

/// <summary>
/// What a person of the store answers in a conversation. It enters the conversation's lane as an event of kind <see cref="Kind"/>, so it goes out in order with
/// everything else, and puts the conversation into the person's hands.
/// </summary>
/// <param name="Text">What is said; at most 4,096 characters.</param>
/// <param name="Idle">How long both must be silent before the flow takes over again; null for the default.</param>
internal sealed record OwnerReply(string Text, TimeSpan? Idle = null)
{
    public const string Kind = "conversation.reply";
    public const int MaxLength = 4096;

    public byte[] ToUtf8Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, TurnJson.Default.OwnerReply);

    public static OwnerReply Read(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize(payload.Span, TurnJson.Default.OwnerReply) ?? throw new JsonException("The reply is empty.");

    /// <inheritdoc />
    public override string ToString() => nameof(OwnerReply);
}
