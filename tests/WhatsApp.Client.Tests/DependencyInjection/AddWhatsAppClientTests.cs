using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsApp.Client.Tests.DependencyInjection;

public sealed class AddWhatsAppClientTests
{
    private static WhatsAppClientOptions Options(Action<IServiceCollection> register)
    {
        var services = new ServiceCollection();
        register(services);
        return services.BuildServiceProvider().GetRequiredService<IOptions<WhatsAppClientOptions>>().Value;
    }

    [Fact]
    public void Defaults_are_those_documented()
    {
        var options = Options(services => services.AddWhatsAppClient());

        Assert.Equal(new Uri("https://graph.facebook.com"), options.BaseUrl);
        Assert.Equal("v25.0", options.ApiVersion);
        Assert.Equal(TimeSpan.FromSeconds(5), options.SendTimeout);
        Assert.Equal(TimeSpan.FromSeconds(10), options.ReadTimeout);
    }

    [Fact]
    public void Section_is_bound()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["WhatsApp:BaseUrl"] = "http://127.0.0.1:5000/prefix",
            ["WhatsApp:ApiVersion"] = "v26.0",
            ["WhatsApp:SendTimeout"] = "00:00:03",
            ["WhatsApp:AppSecret"] = "ignored",
        }).Build();

        var options = Options(services => services.AddWhatsAppClient(configuration.GetSection("WhatsApp")));

        Assert.Equal(new Uri("http://127.0.0.1:5000/prefix"), options.BaseUrl);
        Assert.Equal("v26.0", options.ApiVersion);
        Assert.Equal(TimeSpan.FromSeconds(3), options.SendTimeout);
    }

    [Fact]
    public void All_faults_are_reported_at_once()
    {
        var exception = Assert.Throws<OptionsValidationException>(() => Options(services => services.AddWhatsAppClient(options =>
        {
            options.BaseUrl = new Uri("ftp://x");
            options.ApiVersion = "25";
            options.SendTimeout = TimeSpan.Zero;
            options.ReadTimeout = TimeSpan.FromHours(1);
        })));

        Assert.Equal(4, exception.Failures.Count());
    }

    [Theory]
    [InlineData("relative")]
    [InlineData("https://user@graph.example")]
    [InlineData("https://graph.example?x=1")]
    [InlineData("https://graph.example#x")]
    public void Unusable_base_url_is_refused(string url) => Assert.Throws<OptionsValidationException>(
        () => Options(services => services.AddWhatsAppClient(options => options.BaseUrl = new Uri(url, UriKind.RelativeOrAbsolute))));

    [Fact]
    public void Adding_twice_gives_one_client()
    {
        var services = new ServiceCollection();
        services.AddWhatsAppClient();
        services.AddWhatsAppClient(options => options.ApiVersion = "v26.0");

        Assert.Single(services.BuildServiceProvider().GetServices<WhatsAppClient>());
    }

    [Theory]
    [InlineData("", "token", null)]
    [InlineData("1", "", null)]
    [InlineData("1", "to ken", null)]
    [InlineData("1", "token\r\nX: y", null)]
    [InlineData("1", "token", "25.0")]
    [InlineData("1", "token", "v25.0/../v1.0")]
    public void Account_refuses_what_cannot_work_and_does_not_show_the_token(string number, string token, string? version)
    {
        var exception = Assert.Throws<ArgumentException>(() => new WhatsAppAccount(new PhoneNumberId(number), token, version));

        Assert.DoesNotContain("to ken", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Account_prints_no_token() =>
        Assert.Equal("WhatsAppAccount(800200)", new WhatsAppAccount(new PhoneNumberId("800200"), "secret").ToString());
}
