using System.Text;
using System.Text.Json;

namespace Shopify.Client.Tests.GraphQL;

public sealed class GraphQLAnswerTests
{
    [Theory]
    [InlineData("""{"data":{"a":1}}""", """{"a":1}""")]
    [InlineData(""" { "data" : {"a":"}\\\"{" } , "extensions":{} } """, """{"a":"}\\\"{" }""")]
    [InlineData("""{"extensions":{"x":{"data":{"b":2}}},"data":{"a":[{"b":{}},{"c":"\\"}]},"errors":[]}""", """{"a":[{"b":{}},{"c":"\\"}]}""")]
    [InlineData("""{"data":null}""", "")]
    [InlineData("""{"data":[1]}""", "")]
    [InlineData("""{}""", "")]
    [InlineData("""{"data":{},"data":{"last":"wins"}}""", """{"last":"wins"}""")]
    public void Data_is_found_where_it_stands(string json, string data)
    {
        var body = Encoding.UTF8.GetBytes(json);

        Assert.Equal(data, Encoding.UTF8.GetString(body[GraphQLAnswer.Read(body).Data]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"data":{"a":1}""")]
    [InlineData("""{"data":{"a":"1}}""")]
    [InlineData("""{"data":{"a":"\""")]
    [InlineData("""{"data":{"a":1},}""")]
    [InlineData("""{"data":{"a":1},"errors":""")]
    [InlineData("""{"data":{"a":1}}}""")]
    [InlineData("""{"data":{"a":1}} {}""")]
    [InlineData("""{"data":{"a":1} "errors":[]}""")]
    [InlineData("""{"errors":[],}""")]
    [InlineData("""{"data":{"a":1},1}""")]
    public void Broken_answers_are_refused(string json) =>
        Assert.ThrowsAny<JsonException>(() => GraphQLAnswer.Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Cost_is_read_wherever_it_stands_and_in_any_number_form()
    {
        var answer = Read("""
            {"extensions":{"other":[{"cost":1}],"cost":{"fields":[{}],"requestedQueryCost":16.0,"actualQueryCost":1.2e1,
             "throttleStatus":{"restoreRate":100.0,"more":{},"maximumAvailable":2000,"currentlyAvailable":1984.5}}},"data":{"a":1}}
            """);

        Assert.Equal((16, 12), (answer.Extensions.RequestedCost, answer.Extensions.ActualCost));
        Assert.Equal(new ThrottleStatus(2000, 1984.5, 100), answer.Extensions.Throttle);
        Assert.True(answer.HasData);
    }

    [Theory]
    [InlineData("""{"extensions":null}""")]
    [InlineData("""{"extensions":[1]}""")]
    [InlineData("""{"extensions":{"cost":null,"search":null}}""")]
    [InlineData("""{"extensions":{"cost":[{}],"search":{"a":1}}}""")]
    [InlineData("""{"extensions":{"cost":{"requestedQueryCost":"16","actualQueryCost":null,"throttleStatus":[]},"search":[1,{"warnings":2},{"warnings":[3]}]}}""")]
    [InlineData("""{"extensions":{"cost":{"requestedQueryCost":1e999,"throttleStatus":{"maximumAvailable":2000,"restoreRate":{}}}}}""")]
    public void Unknown_extensions_read_as_absent(string json)
    {
        var extensions = Read(json).Extensions;

        Assert.Null(extensions.Throttle);
        Assert.Null(extensions.RequestedCost);
        Assert.Empty(extensions.SearchWarnings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20261122)]
    public void Any_answer_is_cut_as_a_full_parser_cuts_it(int seed)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 500; round++)
        {
            var data = RandomJson.Object(random, depth: 4);
            var json = $$$"""{"extensions":{{{RandomJson.Object(random, 2)}}},"data":{{{data}}},"errors":[]}""";
            var body = Encoding.UTF8.GetBytes(json);
            Assert.Equal(data, Encoding.UTF8.GetString(body[GraphQLAnswer.Read(body).Data]));

            var cut = Encoding.UTF8.GetBytes(json)[..random.Next(body.Length)];
            Assert.ThrowsAny<JsonException>(() => GraphQLAnswer.Read(cut));
        }
    }

    private static GraphQLAnswer Read(string json) => GraphQLAnswer.Read(Encoding.UTF8.GetBytes(json));
}
