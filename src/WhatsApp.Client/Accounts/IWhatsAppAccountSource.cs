namespace WhatsApp.Client;

/// <summary>
/// Where accounts are kept: a database, a vault, a file. The client asks it by phone number id and keeps the answer for
/// <see cref="WhatsAppClientOptions.AccountLifetime"/>, so accounts may appear, change and vanish while the process runs.
/// Called by many threads at once, but never twice at a time for the same number.
/// </summary>
/// <remarks>Registered with <c>services.AddWhatsAppAccountSource(…)</c>; it is a singleton, so open a scope for scoped services.</remarks>
public interface IWhatsAppAccountSource
{
    /// <summary>The account of a number, or null when there is none. An exception reaches whoever sends, and nothing is kept.</summary>
    /// <param name="phoneNumberId">The number's Graph id.</param>
    /// <param name="cancellationToken">Ends after <see cref="WhatsAppClientOptions.AccountTimeout"/>. No single caller ends it: others may wait for the same answer.</param>
    ValueTask<WhatsAppAccount?> FindAsync(PhoneNumberId phoneNumberId, CancellationToken cancellationToken);
}
