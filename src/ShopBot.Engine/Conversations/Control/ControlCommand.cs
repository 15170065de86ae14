using System.Text.Json;
using ShopBot.Engine.Storage;
using ShopBot.Engine.Turns;

namespace ShopBot.Engine.Conversations;

/// <summary>
/// Tells a conversation who answers. It enters the conversation's lane as an event of kind <see cref="Kind"/>, so it takes its place among the messages: from the dashboard,
/// from another program, or when the owner wrote from the phone.
/// </summary>
/// <param name="Control">Who answers from now on.</param>
/// <param name="Idle">With <see cref="LaneControl.Human"/>: how long both must be silent before the flow takes over again; null for the default of <see cref="HandOffOptions.Idle"/>.</param>
public sealed record ControlCommand(LaneControl Control, TimeSpan? Idle = null)
{
    /// <summary>The event's kind.</summary>
    public const string Kind = "conversation.control";

    /// <summary>The event's payload.</summary>
    public byte[] ToUtf8Bytes() => JsonSerializer.SerializeToUtf8Bytes(this, TurnJson.Default.ControlCommand);

    internal static ControlCommand Read(ReadOnlyMemory<byte> payload) =>
        JsonSerializer.Deserialize(payload.Span, TurnJson.Default.ControlCommand) ?? throw new JsonException("The command is empty.");
}
