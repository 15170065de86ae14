namespace ReferenceHost.Tests;

/// <summary>What a machine may lack.</summary>
internal static class Required
{
    /// <summary>Skips the test with the reason, or fails it when <c>SHOPBOT_REQUIRE_ALL=1</c>.</summary>
    public static void Or(bool present, string reason)
    {
        if (present)
            return;
        if (Environment.GetEnvironmentVariable("SHOPBOT_REQUIRE_ALL") == "1")
            Assert.Fail($"{reason} SHOPBOT_REQUIRE_ALL=1 asks for it.");
        Assert.Skip(reason);
    }
}
