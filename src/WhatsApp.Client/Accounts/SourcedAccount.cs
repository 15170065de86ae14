namespace WhatsApp.Client.Accounts;

/// <summary>A number whose account comes from the source, through the cache.</summary>
internal sealed class SourcedAccount(AccountCache cache, PhoneNumberId phoneNumberId) : IAccountBinding
{
    public PhoneNumberId PhoneNumberId => phoneNumberId;

    public bool CanChange => true;

    public ValueTask<WhatsAppAccount> ResolveAsync(CancellationToken cancellationToken) => cache.GetAsync(phoneNumberId, cancellationToken);

    public void Forget(WhatsAppAccount refused) => cache.Forget(refused);
}
