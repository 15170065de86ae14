using System.Security.Cryptography;
using WhatsApp.Client.Pacing;

namespace WhatsApp.Client;

public sealed partial class WhatsAppPacer
{
    private const int PairLimitCode = 131056;

    /// <summary>Longest back-off of a whole number by itself: a minute of silence is felt, and the platform counts per second.</summary>
    private const int LongestNumberPause = 60;

    /// <summary>Longest time an answer can make a number wait, whatever it says.</summary>
    private static readonly TimeSpan LongestTold = TimeSpan.FromHours(1);

    private readonly RefusalBook _refusals = new();

    /// <summary>
    /// Heeds an answer to a paced send that says "too fast": the person, or the whole number, waits, longer each time in a row. How long,
    /// or null when the answer says no such thing.
    /// </summary>
    internal TimeSpan? Heed(PhoneNumberId number, ulong pairKey, WhatsAppApiException refusal)
    {
        var isPair = refusal.Code == PairLimitCode;
        if (!isPair && !refusal.IsAboutRate)
            return null;
        var key = isPair ? pairKey : 0;
        var pause = _refusals.Add(number, key, Now(), attempt => PauseOf(isPair, attempt, refusal.SuggestedDelay));
        Observe(() => _limiter.PauseAsync(Request(number, key), pause));
        return refusal.HeldBackFor = pause;
    }

    /// <summary>The platform took a message: the next refusal is a first one again.</summary>
    internal void Accepted(PhoneNumberId number, ulong pairKey) => _refusals.Remove(number, pairKey);

    /// <summary>Doubling for a number, times four for a pair, never less than the answer asks for, and up to a quarter more, so that hosts do not come back together.</summary>
    private static TimeSpan PauseOf(bool isPair, int attempt, TimeSpan? told)
    {
        var pause = isPair ? WhatsAppErrors.PairLimitDelay(attempt) : TimeSpan.FromSeconds(Math.Min(1 << Math.Min(attempt, 6), LongestNumberPause));
        if (told > pause)
            pause = told.Value < LongestTold ? told.Value : LongestTold;
        return pause + (pause * (RandomNumberGenerator.GetInt32(0, 250) / 1000.0));
    }
}
