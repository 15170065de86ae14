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

    internal WhatsAppSender(GraphConnection connection, WhatsAppAccount account) => (_connection, Account) = (connection, account);

    /// <summary>Whose number this is.</summary>
    public WhatsAppAccount Account { get; }
}
