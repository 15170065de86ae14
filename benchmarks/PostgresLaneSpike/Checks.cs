namespace PostgresLaneSpike;

/// <summary>Prints what held and counts what did not.</summary>
internal sealed class Checks
{
    public int Failed { get; private set; }

    public void That(bool holds, string what)
    {
        Console.WriteLine($"  {(holds ? "ok  " : "FAIL")} {what}");
        if (!holds)
            Failed++;
    }
}
