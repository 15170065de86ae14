using System.Globalization;

namespace ShopBot.Shopping.Tests.Journeys;

/// <summary>
/// Customers who do anything: tap new and old buttons, write sense and nonsense in all languages, send every kind of message, edit, wait, while the shop changes and things happen elsewhere.
/// Nothing throws, no limit of the platform is exceeded, no cart is inconsistent, no answer is in a wrong language or asks about another store.
/// </summary>
public sealed class RandomJourneyTests(ITestOutputHelper output)
{
    /// <summary>Run another one to repeat what failed: the seed is in the message.</summary>
    private static readonly int FirstSeed = int.TryParse(Environment.GetEnvironmentVariable("SHOPBOT_JOURNEY_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261128;

    private static readonly int Journeys = int.TryParse(Environment.GetEnvironmentVariable("SHOPBOT_JOURNEYS"), CultureInfo.InvariantCulture, out var count) ? count : 10_000;

    /// <summary>A slow machine plays as many as fit into this time, and no fewer than <see cref="Fewest"/>; <c>SHOPBOT_LONG=1</c> plays all whatever it takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    private const int Fewest = 1_500;

    private static readonly bool PlaysAll = Environment.GetEnvironmentVariable("SHOPBOT_LONG") == "1";

    [Fact]
    public void Ten_thousand_customers_get_a_right_answer_whatever_they_do()
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"SHOPBOT_JOURNEY_SEED={FirstSeed}, {Journeys} journeys"));
        var (turns, played, began) = (0L, 0, TimeProvider.System.GetTimestamp());
        Parallel.For(0, Journeys, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken }, i =>
        {
            if (!PlaysAll && Volatile.Read(ref played) >= Fewest && TimeProvider.System.GetElapsedTime(began) > Patience)
                return;
            var journey = new Journey(FirstSeed + i);
            try
            {
                // The conversation runs in memory: nothing waits.
                Interlocked.Add(ref turns, journey.RunAsync().GetAwaiter().GetResult());
                Interlocked.Increment(ref played);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"SHOPBOT_JOURNEY_SEED={FirstSeed + i} SHOPBOT_JOURNEYS=1: {e.Message}\n{journey.Log}"), e);
            }
        });

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{played} journeys, {turns} turns"));
        Assert.True(played >= Math.Min(Fewest, Journeys) && turns >= played * 5L, "Customers did nothing.");
    }
}
