namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>
    /// Asks for what this number has in the WhatsApp Business app. Each kind once, within 24 hours of the sign-up: 2593107 it was asked for already, 2593108 it is too
    /// late, 2593109 the number is not on coexistence or its owner does not share it.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/embedded-signup/custom-flows/onboarding-business-app-users">WhatsApp Business app users</see>.
    /// </summary>
    /// <param name="what">Contacts or history.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The platform's id of the request; null when it gave none.</returns>
    public Task<string?> RequestSyncAsync(CoexistenceSync what, CancellationToken cancellationToken = default)
    {
        var body = GraphBody.Product(json => json.WriteString("sync_type"u8, what == CoexistenceSync.History ? "history"u8 : "smb_app_state_sync"u8));
        return ReadAsync(GraphCall.PostOnce("phone_number.sync", $"{NumberSegment}/smb_app_data", body), static answer => answer.Text("request_id"), cancellationToken);
    }
}
