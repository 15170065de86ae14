using System.Text;
using System.Text.Json.Nodes;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

public sealed class DeduplicationTests
{
    public static TheoryData<string> Names => [.. Payload.Names.Where(name => name != "text/half_surrogate")]; // JsonNode cannot write that one

    [Theory]
    [MemberData(nameof(Names))]
    public void Members_in_another_order_are_the_same_events(string name)
    {
        var body = Payload.Bytes(name);
        var turned = Encoding.UTF8.GetBytes(Turned(JsonNode.Parse(body))?.ToJsonString() ?? "null");

        Assert.Equal(
            WebhookReader.Read(body).Select(one => one.DeduplicationKey).Order(StringComparer.Ordinal),
            WebhookReader.Read(turned).Select(one => one.DeduplicationKey).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Same_content_for_two_numbers_of_an_account_is_two_events()
    {
        static string Key(string number) => Assert.Single(Payload.Read(
            $$$"""{"entry":[{"id":"7","changes":[{"field":"user_preferences","value":{"metadata":{"phone_number_id":"{{{number}}}"},"user_preferences":[{"value":"stop"}]}}]}]}""")).DeduplicationKey;

        Assert.Equal(Key("1"), Key("1"));
        Assert.NotEqual(Key("1"), Key("2"));
    }

    [Fact]
    public void Events_of_one_list_have_keys_of_their_own()
    {
        var keys = WebhookReader.Read(Payload.Bytes("calls/one_bad_element")).Select(one => one.DeduplicationKey).ToList();

        Assert.Equal(3, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Matches("^x:[0-9a-f]{64}$", key));
    }

    private static JsonNode? Turned(JsonNode? node) => node switch
    {
        JsonObject one => new JsonObject(one.Reverse().Select(member => KeyValuePair.Create(member.Key, Turned(member.Value)))),
        JsonArray many => new JsonArray([.. many.Select(Turned)]),
        _ => node?.DeepClone(),
    };
}
