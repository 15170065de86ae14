namespace AotSmoke;

internal static class Smoke
{
    public static void Check(bool holds, string problem)
    {
        if (!holds)
            throw new InvalidOperationException($"Smoke: {problem}.");
    }
}
