using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace WhatsApp.Client.AspNetCore.Tests.Webhooks;

public sealed class RegistrationTests
{
    [Fact]
    public async Task Mapping_without_registration_names_the_forgotten_call()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();

        var exception = Assert.Throws<InvalidOperationException>(() => app.MapWhatsAppWebhook("/hook"));

        Assert.Contains("AddWhatsAppWebhooks", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "secret")]
    [InlineData(65 * 1024 * 1024, "secret")]
    [InlineData(1024, " ")]
    public void Unusable_options_are_refused(int maxBodyBytes, string platformSecret)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddWhatsAppWebhooks<TwoStoresHandler>(options =>
        {
            options.MaxBodyBytes = maxBodyBytes;
            options.PlatformAppSecrets.Add(platformSecret);
        });

        Assert.Throws<OptionsValidationException>(() => services.BuildServiceProvider().GetRequiredService<IOptions<WhatsAppWebhookOptions>>().Value);
    }

    [Fact]
    public void Defaults_are_those_documented()
    {
        var options = new WhatsAppWebhookOptions();

        Assert.Equal(4 * 1024 * 1024, options.MaxBodyBytes);
        Assert.Empty(options.PlatformAppSecrets);
    }
}
