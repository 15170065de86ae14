using System.Text.RegularExpressions;
using ShopBot.Shopify;
using ShopBot.Shopify.Webhooks;
using Shopify.Client;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.ArchitectureTests;

/// <summary>What Shopify is told about the app (shopify.app.toml) is what the code does.</summary>
public sealed partial class AppConfigurationTests
{
    private const string Host = "https://app.example.com";
    private static readonly string Toml = File.ReadAllText(Path.Combine(Repository.Root, "samples/ReferenceHost/shopify.app.toml"));
    private static readonly string Program = File.ReadAllText(Path.Combine(Repository.Root, "samples/ReferenceHost/Program.cs"));

    [Fact]
    public void Scopes_are_those_asked_for_by_default() =>
        Assert.Equal(new ShopifyAppOptions().Scopes, ShopifyScopes.Parse(Assert.Single(Values("scopes"))));

    [Fact]
    public void The_addresses_are_those_the_host_maps()
    {
        var install = new Uri(Assert.Single(Values("application_url"))).AbsolutePath;
        var callback = new Uri(Assert.Single(Values("redirect_urls"))).AbsolutePath;

        Assert.Contains($"MapShopifyInstall(\"{install}\", \"{callback}\")", Program, StringComparison.Ordinal);
        Assert.All(Values("uri"), static uri => Assert.Equal(Host + new ShopifyShopOptions().WebhookPath, uri));
        Assert.Contains($"MapShopifyWebhooks(\"{new ShopifyShopOptions().WebhookPath}\")", Program, StringComparison.Ordinal);
    }

    [Fact]
    public void Topics_are_those_the_code_uses_and_the_scopes_allow()
    {
        var granted = ShopifyScopes.Expand(ShopifyScopes.Parse(Assert.Single(Values("scopes"))));

        Assert.Equal(
            [.. HandledTopics.Subscribed.Where(topic => HandledTopics.RequiredScope(topic) is not { } needed || granted.Contains(needed)).Order(StringComparer.Ordinal)],
            Values("topics").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_compliance_topic_is_set() => Assert.Equal(ShopifyTopics.Compliance, Values("compliance_topics"));

    [Fact]
    public void The_api_version_is_the_client_s() => Assert.Equal(new ShopifyClientOptions().ApiVersion, Assert.Single(Values("api_version")));

    [Fact]
    public void The_app_is_not_embedded() => Assert.All(Regex.Matches(Toml, @"^embedded\s*=\s*(\w+)", RegexOptions.Multiline), static match => Assert.Equal("false", match.Groups[1].Value));

    private static List<string> Values(string key) =>
        [.. Regex.Matches(Toml, $@"^\s*{key}\s*=\s*(""[^""]*""|\[[^\]]*\])", RegexOptions.Multiline)
            .SelectMany(static match => Quoted().Matches(match.Groups[1].Value))
            .Select(static match => match.Groups[1].Value)];

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Quoted();
}
