namespace WhatsApp.Client;

/// <summary>The account source has no account for this number. Nothing was sent.</summary>
public sealed class WhatsAppAccountNotFoundException : WhatsAppException
{
    /// <summary>Reports an unknown number.</summary>
    /// <param name="phoneNumberId">The number that was asked for.</param>
    public WhatsAppAccountNotFoundException(PhoneNumberId phoneNumberId)
        : base($"There is no WhatsApp account for phone number id {phoneNumberId}.") => PhoneNumberId = phoneNumberId;

    /// <summary>The number that was asked for.</summary>
    public PhoneNumberId PhoneNumberId { get; }
}
