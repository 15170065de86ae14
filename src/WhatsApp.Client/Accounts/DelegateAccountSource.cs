namespace WhatsApp.Client.Accounts;

/// <summary>A function as an account source.</summary>
internal sealed class DelegateAccountSource(Func<PhoneNumberId, CancellationToken, ValueTask<WhatsAppAccount?>> find) : IWhatsAppAccountSource
{
    public ValueTask<WhatsAppAccount?> FindAsync(PhoneNumberId phoneNumberId, CancellationToken cancellationToken) => find(phoneNumberId, cancellationToken);
}
