using WhatsApp.Client.Accounts;

namespace WhatsApp.Client;

/// <summary>
/// Everything one business phone number can do. Immutable and thread-safe. Each operation has a time limit from
/// <see cref="WhatsAppClientOptions"/> and throws, besides what it names:
/// <see cref="WhatsAppApiException"/> when the platform answered with an error,
/// <see cref="WhatsAppUnavailableException"/> when it gave no usable answer in time, and
/// <see cref="OperationCanceledException"/> when the caller cancelled.
/// </summary>
public sealed partial class WhatsAppSender
{
    private readonly GraphConnection _connection;

    internal WhatsAppSender(GraphConnection connection, IAccountBinding account) => (_connection, Account) = (connection, account);

    /// <summary>The number that sends.</summary>
    public PhoneNumberId PhoneNumberId => Account.PhoneNumberId;

    /// <summary>Whose token each call takes.</summary>
    private IAccountBinding Account { get; }

    /// <summary>The account as known now, for calls that need more of it than its token.</summary>
    private ValueTask<WhatsAppAccount> ResolveAsync(CancellationToken cancellationToken) => Account.ResolveAsync(cancellationToken);

    /// <summary>The phone number id.</summary>
    public override string ToString() => $"WhatsAppSender({PhoneNumberId})";
}
