namespace WhatsApp.Client.Accounts;

/// <summary>What a sender is bound to: an account itself, or a number whose account is looked up when a call is made.</summary>
internal interface IAccountBinding
{
    PhoneNumberId PhoneNumberId { get; }

    /// <summary>The account as known now.</summary>
    ValueTask<WhatsAppAccount> ResolveAsync(CancellationToken cancellationToken);

    /// <summary>The platform refused this account's token or rights: the next look-up reads it again.</summary>
    void Forget(WhatsAppAccount refused);

    /// <summary>Whether <see cref="ResolveAsync"/> may give another token after <see cref="Forget"/>.</summary>
    bool CanChange { get; }
}
