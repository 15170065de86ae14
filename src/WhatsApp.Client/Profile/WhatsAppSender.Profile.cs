namespace WhatsApp.Client;

public sealed partial class WhatsAppSender
{
    /// <summary>Reads what customers see of this number's business.</summary>
    /// <param name="cancellationToken">Stops waiting.</param>
    public Task<BusinessProfile> GetProfileAsync(CancellationToken cancellationToken = default) => ReadAsync(
        GraphCall.Get("profile.get", $"{NumberSegment}/whatsapp_business_profile?fields={BusinessProfile.Fields}"),
        static answer => BusinessProfile.Read(answer.First("data")),
        cancellationToken);

    /// <summary>Changes what customers see of this number's business.</summary>
    /// <param name="profile">What to change.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidMessageException">It breaks a limit; nothing was sent.</exception>
    public Task SetProfileAsync(BusinessProfile profile, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ThrowIfAny(profile.Validate());
        return DoAsync(GraphCall.Post("profile.set", $"{NumberSegment}/whatsapp_business_profile", GraphBody.Product(profile.Write)), cancellationToken);
    }

    private static void ThrowIfAny(IReadOnlyList<MessageFault> faults)
    {
        if (faults.Count > 0)
            throw new InvalidMessageException(faults);
    }
}
