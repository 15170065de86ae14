using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Reads this number's username; null when it has none.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-scoped-user-ids">usernames</see>.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<BusinessUsername?> GetUsernameAsync(CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("username.get", $"{NumberSegment}/username"),
        static answer => answer.Text("username") is { } name ? new BusinessUsername(name, new BusinessUsernameStatus(answer.Text("status") ?? "")) : null,
        cancellationToken);

    /// <summary>Names the platform would give this number.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<IReadOnlyList<string>> GetUsernameSuggestionsAsync(CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("username.suggestions", $"{NumberSegment}/username_suggestions"),
        static answer => answer.First("data").Texts("username_suggestions"),
        cancellationToken);

    /// <summary>Takes a username for this number.</summary>
    /// <param name="username">3 to 35 of <c>a-z 0-9 . _</c>.</param>
    /// <param name="forceTransfer">Takes it away from another number of the business.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<BusinessUsername> SetUsernameAsync(string username, bool forceTransfer = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        var body = GraphBody.Of(json =>
        {
            json.WriteText("username"u8, username);
            if (forceTransfer)
                json.WriteString("transfer_action"u8, "force_transfer"u8);
        });
        return ReadAsync(
            GraphCall.Post("username.set", $"{NumberSegment}/username", body),
            answer => new BusinessUsername(answer.Text("username") ?? username, new BusinessUsernameStatus(answer.Text("status") ?? "")),
            cancellationToken);
    }

    /// <summary>Gives this number's username up.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task DeleteUsernameAsync(CancellationToken cancellationToken = default) =>
        DoAsync(GraphCall.Delete("username.delete", $"{NumberSegment}/username"), cancellationToken);
}
