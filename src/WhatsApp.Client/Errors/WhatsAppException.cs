namespace WhatsApp.Client;

/// <summary>Root of everything this client throws of its own. Messages never hold a token, a phone number or a text somebody wrote.</summary>
public abstract class WhatsAppException : Exception
{
    private protected WhatsAppException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
