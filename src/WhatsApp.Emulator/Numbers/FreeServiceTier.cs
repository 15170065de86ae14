namespace WhatsApp.Emulator;

/// <summary>Counts delivered service messages of one number per calendar month; a number's first thousand are free.</summary>
internal sealed class FreeServiceTier(int perMonth)
{
    private readonly Lock _lock = new();
    private (int Year, int Month) _month;
    private int _used;

    public bool TryUse(DateTimeOffset now)
    {
        lock (_lock)
        {
            var month = (now.UtcDateTime.Year, now.UtcDateTime.Month);
            if (month != _month)
                (_month, _used) = (month, 0);
            if (_used >= perMonth)
                return false;
            _used++;
            return true;
        }
    }
}
