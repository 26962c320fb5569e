using System.Security.Cryptography.X509Certificates;
using DxJobs.Exporter.Web.Security;
using DxJobs.Exporter.Web.Settings;
using DxJobs.Testing.Web;
using Microsoft.Extensions.Time.Testing;

namespace DxJobs.Exporter.Tests.Web.Security;

public sealed class ClientCertificateCheckTests : IDisposable
{
    private readonly Certificates _files = new();
    private readonly X509Certificate2 _authority;
    private readonly X509Certificate2 _stranger;

    public ClientCertificateCheckTests() => (_authority, _stranger) = (_files.Authority("ca"), _files.Authority("impostor", subject: "ca"));

    /// <summary>What each mode does with no certificate, one of ours, and one of an authority that only has the same name as ours.</summary>
    [Theory]
    [InlineData("NoClientCert", true, true, true)]
    [InlineData("RequestClientCert", true, true, true)]
    [InlineData("RequireAnyClientCert", false, true, true)]
    [InlineData("VerifyClientCertIfGiven", true, true, false)]
    [InlineData("RequireAndVerifyClientCert", false, true, false)]
    public void Each_mode_does_what_its_name_says(string mode, bool none, bool ours, bool theirs)
    {
        using var good = _files.Leaf("good", _authority, Certificates.ClientAuthentication);
        using var bad = _files.Leaf("bad", _stranger, Certificates.ClientAuthentication);
        var check = Check(Enum.Parse<ClientAuth>(mode));
        Assert.Equal((none, ours, theirs), (check.Accepts(null, []), check.Accepts(good, []), check.Accepts(bad, [_stranger])));

        // Without the issuer's key in it, only the signature tells it from one of ours.
        using var forged = _files.Leaf("forged", _stranger, Certificates.ClientAuthentication, namesIssuersKey: false);
        Assert.Equal((theirs, theirs), (check.Accepts(forged, []), check.Accepts(forged, [_authority])));
    }

    [Fact]
    public void Refuses_certificates_that_are_over_or_made_for_servers()
    {
        using var over = _files.Leaf("over", _authority, Certificates.ClientAuthentication, until: SampleBoard.Now.AddSeconds(-1));
        using var server = _files.Leaf("server", _authority, Certificates.ServerAuthentication);
        var check = Check(ClientAuth.RequireAndVerifyClientCert);
        Assert.False(check.Accepts(over, []));
        Assert.False(check.Accepts(server, []));
    }

    [Fact]
    public void Builds_a_chain_from_what_the_client_sends_and_trusts_a_listed_intermediate_alone()
    {
        using var intermediate = _files.Authority("intermediate", issuer: _authority);
        using var leaf = _files.Leaf("leaf", intermediate, Certificates.ClientAuthentication);
        Assert.True(Check(ClientAuth.RequireAndVerifyClientCert).Accepts(leaf, [intermediate]));
        Assert.False(Check(ClientAuth.RequireAndVerifyClientCert).Accepts(leaf, []));
        var alone = new ClientCertificateCheck(ClientAuth.RequireAndVerifyClientCert, [intermediate], [], new FakeTimeProvider(SampleBoard.Now));
        Assert.True(alone.Accepts(leaf, []));
        Assert.True(alone.Accepts(leaf, [_authority]));
    }

    [Theory]
    [InlineData("named.example", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("ops@example.com", true)]
    [InlineData("spiffe://cluster/prometheus", true)]
    [InlineData("example", false)]
    [InlineData("*", false)]
    public void Allowed_names_are_compared_exactly(string allowed, bool accepted)
    {
        using var leaf = _files.Leaf("named", _authority, Certificates.ClientAuthentication, names: n =>
        {
            n.AddEmailAddress("ops@example.com");
            n.AddUri(new Uri("spiffe://cluster/prometheus"));
        });
        var check = new ClientCertificateCheck(ClientAuth.RequireAndVerifyClientCert, [_authority], ["other.example", allowed], new FakeTimeProvider(SampleBoard.Now));
        Assert.Equal(accepted, check.Accepts(leaf, []));
    }

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
        _files.Dispose();
    }

    private ClientCertificateCheck Check(ClientAuth mode) => new(mode, [_authority], [], new FakeTimeProvider(SampleBoard.Now));
}
