namespace ShopBot.Engine.Storage;

/// <summary>
/// A shout to the other hosts: something is ready, something changed. Nothing relies on it being heard; it only makes things fast. Equal shouts within
/// some milliseconds may be heard once. A provider that only one process can use has nobody to shout to. All members may be called concurrently.
/// </summary>
public interface IHostBus
{
    /// <summary>Tells the other hosts. Does not wait for them, and does not throw when it cannot be done.</summary>
    /// <param name="topic">1 to 32 characters of a-z and '-'.</param>
    /// <param name="message">At most 1,000 characters; nothing secret or personal.</param>
    void Publish(string topic, string message = "");

    /// <summary>Hears what others shout; this host's own shouts may be heard too.</summary>
    /// <param name="topic">The topic.</param>
    /// <param name="heard">Called with the message; must be quick and not throw. After a lost connection it is called with an empty message: anything may have happened.</param>
    /// <returns>Ends the hearing when disposed.</returns>
    IDisposable Subscribe(string topic, Action<string> heard);
}
