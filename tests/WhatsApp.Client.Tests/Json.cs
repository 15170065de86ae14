using System.Text.Json.Nodes;

namespace WhatsApp.Client.Tests;

internal static class Json
{
    public static void AssertEqual(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"Expected {expected}\nActual   {actual}");
}
