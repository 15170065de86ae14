using WhatsApp.Client.Accounts;

namespace WhatsApp.Client.Http;

/// <summary>One message on its way: what every attempt to send it needs, in one object.</summary>
internal sealed class MessageCall(GraphConnection connection, IAccountBinding account, MessageEdge edge, PooledBuffer body)
{
    private bool _isRead = true;

    public GraphConnection Connection => connection;

    public IAccountBinding Account => account;

    public MessageEdge Edge => edge;

    /// <summary>The request's body for one attempt.</summary>
    public JsonBody Body() => new(body.Written, onlyOnce: true);

    /// <summary>An attempt has ended; when its body was asked for and not read to the end, something may still be reading it.</summary>
    public void Ended(JsonBody attempt) => _isRead &= attempt.WasRead || !attempt.WasAskedFor;

    /// <summary>Gives the bytes back for the next message, unless somebody may still read them.</summary>
    public void Release()
    {
        if (_isRead)
            body.Dispose();
    }
}
