namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    private const string PhoneNumberFields = "id,display_phone_number,verified_name,quality_rating,status,name_status,platform_type,throughput";

    /// <summary>
    /// Reads this number. Succeeds only when the token may use it, which makes it the proof that a number and a token belong together.
    /// See <see href="https://developers.facebook.com/docs/whatsapp/business-management-api/manage-phone-numbers">phone numbers</see>.
    /// </summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<PhoneNumberInfo> GetPhoneNumberAsync(CancellationToken cancellationToken = default)
    {
        var call = GraphCall.Get("phone_number.get", $"{GraphCall.Segment(Account.PhoneNumberId.Value)}?fields={PhoneNumberFields}");
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        var root = answer.RootElement;
        if (root.Text("id") is not { Length: > 0 } id)
            throw new WhatsAppUnavailableException("The Cloud API answered a read of a phone number without its id.", requestWasSent: true);
        return new PhoneNumberInfo
        {
            Id = new PhoneNumberId(id),
            DisplayPhoneNumber = root.Text("display_phone_number"),
            VerifiedName = root.Text("verified_name"),
            QualityRating = root.Text("quality_rating"),
            Status = root.Text("status"),
            NameStatus = root.Text("name_status"),
            PlatformType = root.Text("platform_type"),
            ThroughputLevel = root.Member("throughput").Text("level"),
        };
    }

    /// <summary>
    /// Subscribes the token's app to the webhooks of a WhatsApp Business Account. Without it sends work and no webhook ever comes.
    /// Repeating it does no harm, but removes a callback address set for this account only.
    /// See <see href="https://developers.facebook.com/docs/graph-api/reference/whats-app-business-account/subscribed_apps">subscribed apps</see>.
    /// </summary>
    /// <param name="waba">The account that owns this number.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task SubscribeAppAsync(WabaId waba, CancellationToken cancellationToken = default)
    {
        if (string.IsNullOrWhiteSpace(waba.Value))
            throw new ArgumentException("A WhatsApp Business Account id is needed.", nameof(waba));
        var call = GraphCall.Post("waba.subscribe_app", $"{GraphCall.Segment(waba.Value)}/subscribed_apps", "{}"u8.ToArray());
        using var answer = await _connection.CallAsync(Account, call, cancellationToken).ConfigureAwait(false);
        GraphAnswer.RequireSuccess(answer.RootElement);
    }
}
