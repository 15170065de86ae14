namespace Shopify.Client;

/// <summary>State of one shop that is forgotten when nobody has used it for a while.</summary>
internal abstract class Retirable
{
    private const int Retired = -1;
    private int _users;
    private long _leftAt;

    /// <returns>False when it was forgotten meanwhile and must not be used any more.</returns>
    public bool TryEnter()
    {
        while (true)
        {
            var users = Volatile.Read(ref _users);
            if (users == Retired)
                return false;
            if (Interlocked.CompareExchange(ref _users, users + 1, users) == users)
                return true;
        }
    }

    public void Leave(long now)
    {
        Volatile.Write(ref _leftAt, now);
        Interlocked.Decrement(ref _users);
    }

    public bool TryRetire(TimeProvider time, TimeSpan idle) =>
        Volatile.Read(ref _users) == 0
        && time.GetElapsedTime(Volatile.Read(ref _leftAt)) >= idle
        && Interlocked.CompareExchange(ref _users, Retired, 0) == 0;
}
