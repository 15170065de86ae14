namespace WhatsApp.Emulator;

/// <content>What a person does in groups.</content>
public sealed partial class EmulatedPhone
{
    /// <summary>Writes a text into a group the person is in.</summary>
    /// <exception cref="InvalidOperationException">The person is not in the group.</exception>
    public async Task<ChatMessage> SaysInGroupAsync(EmulatedGroup group, string text, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentException.ThrowIfNullOrEmpty(text);
        if (!group.Members.Contains(this))
            throw new InvalidOperationException("The person is not in the group.");
        var message = await ActAsync(group.Number, "text", TextBody(text), shown => shown with { Text = text }, new InboundExtras { Group = group }, cancellationToken).ConfigureAwait(false);
        group.Remember(message.Id);
        return message;
    }
}
