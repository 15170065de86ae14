namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>Reads the ice breakers and commands of this number.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<ConversationalAutomation> GetConversationalAutomationAsync(CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("automation.get", $"{NumberSegment}?fields=conversational_automation"),
        static answer => ConversationalAutomation.Read(answer.Member("conversational_automation")),
        cancellationToken);

    /// <summary>Sets the ice breakers and commands of this number, all of them.</summary>
    /// <param name="automation">What to offer.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidMessageException">It breaks a limit; nothing was sent.</exception>
    public Task SetConversationalAutomationAsync(ConversationalAutomation automation, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(automation);
        ThrowIfAny(automation.Validate());
        return DoAsync(GraphCall.Post("automation.set", $"{NumberSegment}/conversational_automation", GraphBody.Of(automation.Write)), cancellationToken);
    }
}
